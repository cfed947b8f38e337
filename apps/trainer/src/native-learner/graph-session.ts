import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { encodeSavedModel, GRAPH_TAG } from './encode-saved-model.js';
import type { GraphNode } from './tensorflow-graph.js';

/** What is given to a graph. */
export interface GraphTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array | Uint8Array;
}

/** The binding of tfjs-node, below the backend that TensorFlow.js knows. */
interface Binding {
  readonly TF_FLOAT: number;
  readonly TF_INT32: number;
  readonly TF_UINT8: number;
  createTensor(shape: readonly number[], type: number, values: GraphTensor['values']): number;
  deleteTensor(id: number): void;
  tensorDataSync(id: number): Float32Array;
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(id: number): void;
  /** @param inputs,outputs names of tensors, with commas between them */
  runSavedModel(id: number, tensors: readonly number[], inputs: string, outputs: string): { id: number }[];
}

/** A graph that native TensorFlow holds, with its variables. */
export interface GraphSession {
  /**
   * Computes tensors of the graph, and what they wait for, in one call.
   *
   * @param inputs by the name of the tensor
   * @param outputs names of float32 tensors
   * @returns their values, in that order
   * @throws {Error} of TensorFlow, when an operation refuses its input
   */
  run(inputs: Readonly<Record<string, GraphTensor>>, outputs: readonly string[]): Float32Array[];
  /** Frees all memory; again does nothing. */
  close(): void;
}

/**
 * Gives a graph to native TensorFlow, which must be TensorFlow.js's current backend.
 *
 * @throws {Error} of TensorFlow, when it is none
 */
export function openGraphSession(nodes: readonly GraphNode[]): GraphSession {
  const { binding } = tf.backend() as unknown as { binding: Binding };
  const id = load(binding, nodes);
  let isOpen = true;
  return {
    run(inputs, outputs) {
      const given: number[] = [];
      try {
        for (const { shape, values } of Object.values(inputs)) {
          given.push(binding.createTensor(shape, typeOf(binding, values), values));
        }
        const made = binding.runSavedModel(id, given, Object.keys(inputs).join(), outputs.join());
        return made.map((tensor) => {
          const values = binding.tensorDataSync(tensor.id);
          binding.deleteTensor(tensor.id);
          return values;
        });
      } finally {
        for (const tensor of given) binding.deleteTensor(tensor);
      }
    },
    close() {
      if (isOpen) binding.deleteSavedModel(id);
      isOpen = false;
    },
  };
}

function typeOf(binding: Binding, values: GraphTensor['values']): number {
  if (values instanceof Float32Array) return binding.TF_FLOAT;
  return values instanceof Uint8Array ? binding.TF_UINT8 : binding.TF_INT32;
}

/** A file, because the binding takes graphs from nowhere else; it is read once. */
function load(binding: Binding, nodes: readonly GraphNode[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'lenet-graph-'));
  try {
    writeFileSync(join(folder, 'saved_model.pb'), encodeSavedModel(nodes));
    return binding.loadSavedModel(folder, GRAPH_TAG);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
