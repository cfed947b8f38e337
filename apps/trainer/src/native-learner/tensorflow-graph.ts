// A graph of TensorFlow's operations in the making, as plain data.

/** TensorFlow's numbers for types, from its types.proto. */
export const dataTypes = { float: 1, int32: 3, uint8: 4, boolean: 10 } as const;

/** A setting of an operation; which ones it has is in TensorFlow's list of operations. */
export type AttributeValue =
  | { readonly type: number }
  | { readonly text: string }
  | { readonly flag: boolean }
  | { readonly integer: number }
  | { readonly integers: readonly number[] }
  | { readonly shape: readonly number[] | 'unknown' }
  | { readonly tensor: ConstantTensor };

export interface ConstantTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** An operation. */
export interface GraphNode {
  readonly name: string;
  readonly operation: string;
  /** Outputs of other nodes, and `^node` for those that must have run before. */
  readonly inputs: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** Outputs are called `<node>:<number>`. */
export class TensorflowGraph {
  readonly nodes: GraphNode[] = [];

  /**
   * Adds an operation.
   *
   * @param name of its own. @default made of the operation and a number
   * @returns its first output
   */
  add(
    operation: string,
    inputs: readonly string[],
    attributes: GraphNode['attributes'] = {},
    name = `${operation}_${this.nodes.length}`,
  ): string {
    this.nodes.push({ name, operation, inputs, attributes });
    return `${name}:0`;
  }

  constant(shape: readonly number[], values: Float32Array | Int32Array): string {
    const type = values instanceof Float32Array ? dataTypes.float : dataTypes.int32;
    return this.add('Const', [], { dtype: { type }, value: { tensor: { shape, values } } });
  }

  /**
   * A tensor that is given in each call.
   *
   * @param shape -1 for a size that is not known yet
   */
  placeholder(name: string, type: number, shape: readonly number[]): string {
    return this.add('Placeholder', [], { dtype: { type }, shape: { shape } }, name);
  }
}

/** The setting that most operations have: the type of what they compute. */
export const floats = { T: { type: dataTypes.float } } as const;

/** `^node`: what comes after it waits for that node. */
export const after = (output: string): string => `^${output.replace(/:\d+$/, '')}`;

/** Another output of the node that `first` is the first output of. */
export const outputOf = (first: string, index: number): string => first.replace(/0$/, String(index));
