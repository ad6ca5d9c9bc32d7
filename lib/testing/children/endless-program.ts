/** Planted: computes for ever, so that nothing but a kill ends it. */
let turns = 0;
while (turns >= 0) turns = (turns + 1) % 1_000_000;
