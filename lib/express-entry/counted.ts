/** `1 point`, `3 points`: a count with its noun, plain digits. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
