import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Architecture } from '@lenet/core';
import type { FileModel } from './file-model.js';
import { modelFileError } from './model-file-error.js';

type Reader = (path: string, architecture: Architecture | undefined) => Promise<FileModel>;

const readers: Readonly<Record<string, Reader>> = {
  '.onnx': async (path) => {
    const { readOnnx } = await import('./onnx/read-onnx.js');
    return readOnnx(basename(path), await readFile(path));
  },
  '.safetensors': async (path, architecture) => {
    const { readSafetensors } = await import('./safetensors/safetensors.js');
    return readSafetensors(basename(path), await readFile(path), architecture);
  },
  '.keras': readKerasFile,
  '.h5': readKerasFile,
  '.json': async (path) => {
    const { readLayers } = await import('./tfjs/read-layers.js');
    return readLayers(path);
  },
};

async function readKerasFile(path: string, architecture: Architecture | undefined): Promise<FileModel> {
  const { readKeras } = await import('./keras/read-keras.js');
  return readKeras(basename(path), await readFile(path), architecture);
}

/**
 * Reads a network from one file, of the format that its name tells: ONNX, safetensors, Keras (`.keras`, `.h5`) or
 * TensorFlow.js's layers format (`.json`).
 *
 * @param architecture for files that hold weights alone
 * @throws {ModelFolderError} when its name tells none of these, it cannot be read, is damaged, or is no network of our
 *   layers
 * @throws {ManifestError} when the manifest in it is not one that this version reads
 * @throws {InvalidArgumentError} when its layers do not go together
 */
export async function readModelFile(path: string, architecture?: Architecture): Promise<FileModel> {
  const read = readers[extname(path).toLowerCase()];
  if (!read) {
    const known = Object.keys(readers).join(', ');
    throw modelFileError(basename(path), `expected a file with a name that ends in ${known}`, {
      remedy: 'Rename it, or give another.',
    });
  }
  try {
    return await read(path, architecture);
  } catch (cause) {
    const { code, syscall, path: missing } = cause as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw cause;
    const isOther = missing !== undefined && basename(missing) !== basename(path);
    const which = isOther ? `names the file "${basename(missing)}", which ` : '';
    throw modelFileError(basename(path), `${which}cannot be read (${code})`, {
      remedy: 'Check the path, and that you may read it.',
      cause,
    });
  }
}
