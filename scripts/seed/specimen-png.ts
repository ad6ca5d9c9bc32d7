import { crc32, deflateSync } from "node:zlib";

/** Pixels; the least that IRCC takes for a digital photo. */
const WIDTH = 420;
const HEIGHT = 540;

/** Colours by index: ground, shoulders, face, hair, frame. */
const PALETTES: readonly (readonly number[])[] = [
  [0xeef1f4, 0x3b4a63, 0xd9a98a, 0x2b2320, 0x9d2235],
  [0xf3f0ea, 0x5b4a3b, 0x8d5b3f, 0x17120f, 0x9d2235],
  [0xeaf1ee, 0x2f5d50, 0xf0cdb4, 0x6b4a2b, 0x9d2235],
  [0xf1edf3, 0x4b3b63, 0xb97f5d, 0x1d1a1c, 0x9d2235],
];

/** A drawn head and shoulders in a maple frame: nobody's likeness. `shade` chooses the colours. */
export function specimenPng(shade: number): Buffer {
  const palette = PALETTES[shade % PALETTES.length] ?? [];
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) rows[y * (WIDTH + 1) + 1 + x] = colourAt(x, y);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits a pixel, an index into the palette.
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff]));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function isInside(
  x: number,
  y: number,
  [centreX, centreY, radiusX, radiusY]: readonly [number, number, number, number],
) {
  return ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 <= 1;
}

function colourAt(x: number, y: number): number {
  if (x < 6 || y < 6 || x >= WIDTH - 6 || y >= HEIGHT - 6) return 4;
  if (isInside(x, y, [210, 250, 86, 116])) return y < 196 ? 3 : 2;
  if (isInside(x, y, [210, 226, 104, 124])) return y < 300 ? 3 : 0;
  if (x > 176 && x < 244 && y > 340 && y < 402) return 2;
  return isInside(x, y, [210, 560, 186, 176]) ? 1 : 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
