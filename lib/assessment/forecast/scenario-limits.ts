/** Scenarios that one file keeps: as many as its chart can tell apart beside the file itself and one that is tried. */
export const MOST_SCENARIOS = 5;
