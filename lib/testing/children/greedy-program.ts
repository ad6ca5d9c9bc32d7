/** Planted: fills JavaScript's own heap. */
const kept: object[] = [];
while (kept.length >= 0) kept.push({ kept: kept.length, again: [kept.length] });
