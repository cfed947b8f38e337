import { recognize } from '@lenet/recognizer';
import type { OpenReader } from './reader.ts';

export const open: OpenReader = async () => async (picture) => (await recognize(picture)).digit;
