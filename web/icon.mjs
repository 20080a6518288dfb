// The icon, drawn by us: the lines of a list under a magnifying glass. One drawing gives the SVG and the PNGs.
import { deflateSync } from 'node:zlib';
import { crc32 } from './engine/crc32.js';

/** @typedef {[number, number]} Point */

const side = 64;
/** @type {Point} */
const lens = [38, 36];
/**
 * Strokes with round ends, the later above the earlier; a `ring` has a radius, and a line without length is a disk.
 * @type {{from: Point, to: Point, ring?: number, width: number, isInk: boolean}[]}
 */
const strokes = [
  { from: [14, 18], to: [46, 18], width: 5, isInk: true },
  { from: [14, 30], to: [40, 30], width: 5, isInk: true },
  { from: [14, 42], to: [34, 42], width: 5, isInk: true },
  { from: lens, to: lens, width: 31, isInk: false },
  { from: lens, to: lens, ring: 10.5, width: 4.5, isInk: true },
  { from: [46.5, 44.5], to: [53, 51], width: 5.5, isInk: true },
];

/**
 * @param {{ink: string, paper: string}} colours
 * @returns {string}
 */
export function iconSvg({ ink, paper }) {
  const drawn = strokes.map(({ from, to, ring, width, isInk }) => {
    const look = `stroke="${isInk ? ink : paper}" stroke-width="${width}"`;
    if (ring) return `<circle cx="${from[0]}" cy="${from[1]}" r="${ring}" ${look}/>`;
    return `<path d="M${from.join(' ')}L${to.join(' ')}" ${look}/>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" fill="none" stroke-linecap="round">` +
    `<rect width="${side}" height="${side}" rx="12" fill="${paper}"/>${drawn.join('')}</svg>\n`
  );
}

/**
 * The same without round corners, which the system cuts as it likes.
 * @param {number} pixels
 * @param {{ink: string, paper: string}} colours As `#rrggbb`.
 * @returns {Buffer}
 */
export function iconPng(pixels, { ink, paper }) {
  const [inkBytes, paperBytes] = [ink, paper].map((colour) => Buffer.from(colour.slice(1), 'hex'));
  const rows = Buffer.alloc(pixels * (1 + 3 * pixels)); // Each row begins with its filter, which is none.
  for (let y = 0; y < pixels; y += 1) {
    for (let x = 0; x < pixels; x += 1) {
      const share = inkShare(x, y, side / pixels);
      for (let i = 0; i < 3; i += 1) {
        rows[y * (1 + 3 * pixels) + 1 + 3 * x + i] = Math.round(share * inkBytes[i] + (1 - share) * paperBytes[i]);
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header.set([8, 2], 8); // Eight bits a channel, red, green and blue.
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/**
 * How much of a pixel is ink, from 3 × 3 samples.
 * @param {number} x
 * @param {number} y
 * @param {number} unit Of the drawing's, in a pixel.
 */
function inkShare(x, y, unit) {
  let count = 0;
  for (let i = 0; i < 9; i += 1) {
    const at = /** @type {Point} */ ([(x + ((i % 3) + 0.5) / 3) * unit, (y + (Math.floor(i / 3) + 0.5) / 3) * unit]);
    const top = strokes.findLast((stroke) => distance(at, stroke) <= stroke.width / 2);
    if (top?.isInk) count += 1;
  }
  return count / 9;
}

/**
 * From a point to the middle of a stroke.
 * @param {Point} point
 * @param {{from: Point, to: Point, ring?: number}} stroke
 */
function distance([x, y], { from, to, ring }) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / length));
  const toLine = Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy);
  return ring ? Math.abs(toLine - ring) : toLine;
}

/**
 * @param {string} kind
 * @param {Uint8Array} data
 */
function chunk(kind, data) {
  const content = Buffer.concat([Buffer.from(kind), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([ends.subarray(0, 4), content, ends.subarray(4)]);
}
