/** Sentences that several rules share. */
export const TEST_RULE =
  "Each ability of one test counts alone. A test counts until the day before it is two years old.";
export const ECA_RULE =
  "Canadian credentials count as they are; foreign ones at the level their assessment (ECA) states, while it is less than five years old.";
