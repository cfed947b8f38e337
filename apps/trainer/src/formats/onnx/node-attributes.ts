import { modelFileError } from '../model-file-error.js';
import type { NodeProto } from './onnx_pb.js';

/** The attributes of an operation, and what to say of them. */
export function nodeAttributes(file: string, node: NodeProto) {
  const find = (name: string) => node.attribute.find((attribute) => attribute.name === name);
  const integers = (name: string) => find(name)?.ints.map(Number) ?? [];
  const refuse = (expected: string, received: string) =>
    modelFileError(
      file,
      `operation "${node.name || node.output[0]}" (${node.opType}): expected ${expected}, got ${received}`,
      { remedy: 'Give a network that is a row of convolutions, poolings and dense layers, as LeNet is.' },
    );
  return {
    refuse,
    integers,
    integer: (name: string, preset: number) => Number(find(name)?.i ?? preset),
    text: (name: string) => new TextDecoder().decode(find(name)?.s),
    /** @throws {ModelFolderError} when a number, whole or not, is there and is another */
    require(name: string, wanted: number) {
      const attribute = find(name);
      const received = attribute ? Number(attribute.i) + attribute.f : wanted;
      if (received !== wanted) throw refuse(`${name} ${wanted}`, `${received}`);
    },
    /** @throws {ModelFolderError} when one of the numbers is another */
    requireEach(name: string, wanted: number) {
      const received = integers(name);
      if (received.some((number) => number !== wanted))
        throw refuse(`${name} of ${wanted}`, `[${received.join(', ')}]`);
    },
    /** @throws {ModelFolderError} when a list is not two times the same number, or is missing and has no preset */
    square(name: string, preset?: number): number {
      const [rows = preset, columns = preset, ...others] = integers(name);
      if (rows !== undefined && rows === columns && others.length === 0) return rows;
      throw refuse(`the same ${name} along both axes`, `[${integers(name).join(', ')}]`);
    },
  };
}

export type NodeAttributes = ReturnType<typeof nodeAttributes>;
