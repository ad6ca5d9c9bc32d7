import type { Role, StaffRole } from "@/lib/policy/actor";

export type UserState = "invited" | "active" | "disabled";

/** A member of staff as Settings, Staff shows them. */
export interface StaffMember {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  state: UserState;
  licenceNumber: string | null;
  lastSeenAt: Date | null;
  version: number;
  /** The viewer themselves: nobody changes their own role or account here. */
  self: boolean;
}

/** A signed-in browser. `id` is the first part of its token's hash: no key, and enough to tell them apart. */
export interface SessionSummary {
  id: string;
  startedAt: Date;
  lastSeenAt: Date;
  /** The network it came from, /24 or /48. */
  network: string | null;
  current: boolean;
}

export interface FirmSettings {
  name: string;
  address: string | null;
  phone: string | null;
  email: string | null;
  timeZone: string;
  version: number;
}

/** An account of the demonstration, offered on the sign-in page. */
export interface DemoLogin {
  email: string;
  name: string;
  role: Role;
}
