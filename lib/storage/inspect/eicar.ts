/** The harmless text every virus scanner treats as a virus. In two pieces, or it would be found in this file. */
const EICAR = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""),
  "latin1",
);

/** Looks for the EICAR text in bytes that come in chunks; true once it has been seen. */
export interface EicarScan {
  push(chunk: Uint8Array): boolean;
}

export function createEicarScan(): EicarScan {
  const overlap = EICAR.length - 1;
  let carried = Buffer.alloc(0);
  let found = false;
  return {
    push(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      const border = Buffer.concat([carried, bytes.subarray(0, overlap)]);
      found ||= border.includes(EICAR) || bytes.includes(EICAR);
      const tail = bytes.length >= overlap ? bytes : border;
      carried = Buffer.from(tail.subarray(Math.max(0, tail.length - overlap)));
      return found;
    },
  };
}
