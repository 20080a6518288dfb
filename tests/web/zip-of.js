// Zip archives as tests need them, sound and unsound: PKWARE's APPNOTE 6.3.10, 4.3.
import { crc32 } from '../../web/engine/crc32.js';

/**
 * @param {{name: string, data: Buffer | string, packed?: Buffer, method?: number, flags?: number, length?: number,
 *   begin?: number}[]} entries
 * @param {{comment?: string, count?: number, offset?: number}} [end] Instead of what is so.
 */
export function zipOf(entries, { comment = '', count = entries.length, offset } = {}) {
  const files = [];
  const directory = [];
  let at = 0;
  for (const { name, data, packed, method = 0, flags = 0, length, begin } of entries) {
    const bytes = Buffer.from(data);
    const body = packed ?? bytes;
    const shared = Buffer.alloc(22);
    shared.writeUInt16LE(flags, 0);
    shared.writeUInt16LE(method, 2);
    shared.writeUInt32LE(crc32(bytes), 8);
    shared.writeUInt32LE(body.length, 12);
    shared.writeUInt32LE(length ?? bytes.length, 16);
    shared.writeUInt16LE(Buffer.byteLength(name), 20);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04\x14\0', 'latin1'),
      shared,
      Buffer.alloc(2),
      Buffer.from(name),
    ]);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(begin ?? at, 12);
    directory.push(Buffer.from('PK\x01\x02\x14\0\x14\0', 'latin1'), shared, tail, Buffer.from(name));
    files.push(local, body);
    at += local.length + body.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset ?? at, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...files, listing, end, Buffer.from(comment)]);
}
