// Groups and float32 arrays as an HDF5 file, for all that reads HDF5 1.8 (2008) and later:
//
//     superblock, version 2         48 bytes: where the root group is, and the end of the file
//     for each array                its numbers; an object header: dataspace, datatype, fill value, layout
//     for each group, last of all   an object header: link info, group info, a link to each member
//
// Source: "HDF5 File Format Specification Version 3.0", sections II.A, III and IV.A. The library h5wasm is not used: it
// brings 14 MB, and writes the time of day into its files, so that no two exports would be the same.
import { jenkinsHash } from './jenkins-hash.js';

/** An array, row-major. */
export interface Hdf5Array {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Members by name. */
export interface Hdf5Group {
  readonly [name: string]: Hdf5Group | Hdf5Array;
}

/** There is no such thing in the file. */
const UNDEFINED_ADDRESS = Buffer.alloc(8, 0xff);

/** IEEE float32, little-endian: class 1 of version 1, sign in bit 31, 8 bits of exponent from bit 23, bias 127. */
const float32 = Buffer.from([0x11, 0x20, 31, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0]);

/**
 * @param root names of 255 bytes at most
 * @returns the bytes of the file; the same content gives the same bytes
 */
export function writeHdf5(root: Hdf5Group): Uint8Array {
  const parts: Uint8Array[] = [];
  let end = 48;
  const append = (bytes: Uint8Array): number => {
    const address = end;
    const padding = -bytes.length & 7;
    parts.push(bytes, new Uint8Array(padding));
    end += bytes.length + padding;
    return address;
  };
  const appendGroup = (group: Hdf5Group): number => {
    const links = Object.entries(group).map(([name, member]) =>
      link(name, isArray(member) ? appendArray(member) : appendGroup(member)),
    );
    const linkInfo = message(0x02, Buffer.from([0, 0]), UNDEFINED_ADDRESS, UNDEFINED_ADDRESS);
    return append(objectHeader(linkInfo, message(0x0a, Buffer.from([0, 0])), ...links));
  };
  const appendArray = ({ shape, values }: Hdf5Array): number => {
    const address = append(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    return append(
      objectHeader(
        message(0x01, Buffer.from([2, shape.length, 0, 1]), ...shape.map(integer64)),
        message(0x03, float32),
        // Space is found when the numbers are written, and nothing else is to be there before.
        message(0x05, Buffer.from([3, 0x0a])),
        // Version 3, contiguous.
        message(0x08, Buffer.from([3, 1]), integer64(address), integer64(values.byteLength)),
      ),
    );
  };
  const rootAddress = appendGroup(root);
  return Buffer.concat([superblock(rootAddress, end), ...parts]);
}

function isArray(member: Hdf5Group | Hdf5Array): member is Hdf5Array {
  return member.values instanceof Float32Array;
}

function superblock(rootAddress: number, end: number): Uint8Array {
  return withChecksum(
    Buffer.from('\x89HDF\r\n\x1a\n', 'latin1'),
    // Version 2, 8 bytes an address, 8 bytes a length, no flags.
    Buffer.from([2, 8, 8, 0]),
    integer64(0),
    UNDEFINED_ADDRESS,
    integer64(end),
    integer64(rootAddress),
  );
}

function objectHeader(...messages: Uint8Array[]): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(messages.reduce((sum, { length }) => sum + length, 0));
  // Version 2; the length of the messages has 4 bytes.
  return withChecksum(Buffer.from('OHDR'), Buffer.from([2, 2]), length, ...messages);
}

function message(type: number, ...body: Uint8Array[]): Uint8Array {
  const content = Buffer.concat(body);
  return Buffer.concat([Buffer.from([type, content.length & 255, content.length >> 8, 0]), content]);
}

/** A name of the object at an address. */
function link(name: string, address: number): Uint8Array {
  const bytes = Buffer.from(name);
  return message(0x06, Buffer.from([1, 0, bytes.length]), bytes, integer64(address));
}

function withChecksum(...parts: Uint8Array[]): Uint8Array {
  const bytes = Buffer.concat([...parts, Buffer.alloc(4)]);
  bytes.writeUInt32LE(jenkinsHash(bytes.subarray(0, -4)), bytes.length - 4);
  return bytes;
}

function integer64(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
