import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { expect, test } from 'vitest';
import { encodeSavedModel } from './encode-saved-model.js';
import { dataTypes } from './tensorflow-graph.js';

type Fields = { field: number; value: number | string | Fields }[];

/** A message, read without knowing what it means: what looks like a message inside is named by its path. */
function read(bytes: Uint8Array, messages: readonly string[], path = ''): Fields {
  const reader = new BinaryReader(bytes);
  const fields: Fields = [];
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    const own = `${path}${field}`;
    if (type === WireType.Varint) fields.push({ field, value: Number(reader.int64()) });
    else {
      const content = reader.bytes();
      const value = messages.includes(own)
        ? read(content, messages, `${own}.`)
        : Buffer.from(content).toString(own.endsWith('.8.4') ? 'hex' : 'utf8');
      fields.push({ field, value });
    }
  }
  return fields;
}

/** Paths of messages in a SavedModel, down to the shapes of attributes. */
const messages = [
  ...[
    '2',
    '2.1',
    '2.2',
    '2.2.4',
    '2.2.1',
    '2.2.1.5',
    '2.2.1.5.2',
    '2.2.1.5.2.1',
    '2.2.1.5.2.7',
    '2.2.1.5.2.8',
  ],
  ...['2.2.1.5.2.7.2', '2.2.1.5.2.8.2', '2.2.1.5.2.8.2.2'],
];

/** Of a file with one node with one attribute. */
function attribute(value: Parameters<typeof encodeSavedModel>[0][number]['attributes'][string]): unknown {
  const node = { name: 'n', operation: 'Op', inputs: [], attributes: { a: value } };
  const [, metaGraph] = read(encodeSavedModel([node]), messages);
  const [, graph] = metaGraph.value as Fields;
  const [{ value: first }] = graph.value as Fields;
  const entry = (first as Fields).at(-1)!.value as Fields;
  expect(entry[0]).toEqual({ field: 1, value: 'a' });
  return entry[1].value;
}

test('a graph is the one meta graph of the file, with its tag', () => {
  const nodes = [
    { name: 'a', operation: 'Placeholder', inputs: [], attributes: {} },
    { name: 'b', operation: 'Add', inputs: ['a:0', '^c'], attributes: {} },
  ];
  expect(read(encodeSavedModel(nodes), messages)).toEqual([
    { field: 1, value: 1 },
    {
      field: 2,
      value: [
        { field: 1, value: [{ field: 4, value: 'train' }] },
        {
          field: 2,
          value: [
            {
              field: 1,
              value: [
                { field: 1, value: 'a' },
                { field: 2, value: 'Placeholder' },
              ],
            },
            {
              field: 1,
              value: [
                { field: 1, value: 'b' },
                { field: 2, value: 'Add' },
                { field: 3, value: 'a:0' },
                { field: 3, value: '^c' },
              ],
            },
            { field: 4, value: [{ field: 1, value: 1994 }] },
          ],
        },
      ],
    },
  ]);
});

test.each([
  [{ type: dataTypes.float }, [{ field: 6, value: 1 }]],
  [{ text: 'SAME' }, [{ field: 2, value: 'SAME' }]],
  [{ flag: true }, [{ field: 5, value: 1 }]],
  [{ integer: 3 }, [{ field: 3, value: 3 }]],
  [
    { integers: [1, 2] },
    [
      {
        field: 1,
        value: [
          { field: 3, value: 1 },
          { field: 3, value: 2 },
        ],
      },
    ],
  ],
  [
    { shape: [-1, 28] },
    [
      {
        field: 7,
        value: [
          { field: 2, value: [{ field: 1, value: -1 }] },
          { field: 2, value: [{ field: 1, value: 28 }] },
        ],
      },
    ],
  ],
  [{ shape: 'unknown' as const }, [{ field: 7, value: [{ field: 3, value: 1 }] }]],
  [
    { tensor: { shape: [2], values: Float32Array.of(1, -2) } },
    [
      {
        field: 8,
        value: [
          { field: 1, value: 1 },
          { field: 2, value: [{ field: 2, value: [{ field: 1, value: 2 }] }] },
          { field: 4, value: '0000803f000000c0' },
        ],
      },
    ],
  ],
  [
    { tensor: { shape: [], values: Int32Array.of(258) } },
    [
      {
        field: 8,
        value: [
          { field: 1, value: 3 },
          { field: 2, value: [] },
          { field: 4, value: '02010000' },
        ],
      },
    ],
  ],
])('the attribute %j', (value, expected) => {
  expect(attribute(value)).toEqual(expected);
});
