/** Every table, for drizzle's client and drizzle-kit. The only place that gathers them. */
export * from "./audit";
export * from "./cases";
export * from "./decisions";
export * from "./documents";
export * from "./enquiries";
export * from "./facts";
export * from "./firm";
export * from "./lead-times";
export * from "./mail";
export * from "./nominations";
export * from "./occupations";
export * from "./pool";
export * from "./replays";
export * from "./rules";
export * from "./scenarios";
export * from "./standings";
export * from "./users";
