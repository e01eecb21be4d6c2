// Rewrites the gallery's new pictures with a palette of 256 colours: a third of the bytes, and no pixel's shade moves as
// far as the comparison forgives.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const folder = new URL('../e2e/gallery/', import.meta.url);
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGB = 2;

function chunks(file) {
  const found = [];
  for (let at = SIGNATURE.length; at < file.length;) {
    const length = file.readUInt32BE(at);
    found.push([file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  return found;
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** Undoes the filters of the PNG format (section 9 of the specification): 3 bytes per pixel, no gaps. */
function pixels(packed, width, height) {
  const row = width * 3;
  const raw = inflateSync(packed);
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const left = x >= 3 ? out[at - 3] : 0;
      const above = y > 0 ? out[at - row] : 0;
      const corner = x >= 3 && y > 0 ? out[at - row - 3] : 0;
      const add = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      out[at] = raw[y * (row + 1) + 1 + x] + add;
    }
  }
  return out;
}

const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
const distance = (a, b) =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

/**
 * What covers most pixels (every token's flat colour does) is kept exactly; then always the colour that is furthest from
 * all kept ones, until there are 256.
 */
function palette(rgb) {
  const counts = new Map();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = rgb.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const all = [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || a - b)
    .map(([colour]) => colour);
  const nearest = all.map(() => ({ place: 0, distance: Infinity }));
  const kept = [];
  const keep = (colour) => {
    all.forEach((other, at) => {
      const apart = distance(colour, other);
      if (apart < nearest[at].distance) nearest[at] = { place: kept.length, distance: apart };
    });
    kept.push(colour);
  };
  all.slice(0, 64).forEach(keep);
  while (kept.length < Math.min(256, all.length)) {
    keep(
      all[nearest.reduce((worst, { distance: far }, at) => (far > nearest[worst].distance ? at : worst), 0)],
    );
  }
  return { kept, index: new Map(all.map((colour, at) => [colour, nearest[at].place])) };
}

function shrink(file) {
  const parts = chunks(file);
  const [, head] = parts[0];
  const [width, height, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9]];
  if (kind !== RGB) return undefined;
  const packed = Buffer.concat(parts.filter(([type]) => type === 'IDAT').map(([, data]) => data));
  const rgb = pixels(packed, width, height);
  const { kept, index } = palette(rgb);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + 1 + x] = index.get(rgb.readUIntBE((y * width + x) * 3, 3));
    }
  }
  const header = Buffer.from(head);
  header[9] = 3;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(kept.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

let total = 0;
for (const name of readdirSync(folder)) {
  const url = new URL(name, folder);
  const file = readFileSync(url);
  const smaller = shrink(file);
  if (smaller) writeFileSync(url, smaller);
  total += (smaller ?? file).length;
}
console.log(`the gallery's pictures take ${(total / 1000).toFixed(0)} kB together`);
