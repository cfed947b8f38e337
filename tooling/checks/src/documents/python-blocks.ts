import { codeBlocks } from './code-blocks.ts';
import { documents } from './documents.ts';

/** Python of a document that is to be run. */
export interface PythonBlock {
  /** Document and line. */
  readonly place: string;
  readonly code: string;
  /** What spreads its work over processes, where it imports such a thing. */
  readonly system: string | undefined;
}

/** All of them, in the order of the documents. */
export function pythonBlocks(): PythonBlock[] {
  return documents().flatMap(({ path, text }) =>
    codeBlocks(text)
      .filter(({ language, exception }) => language === 'python' && exception === undefined)
      .map(({ code, line }) => ({
        place: `${path}:${line}`,
        code,
        system: /^(?:import|from) (ray|pyspark)\b/m.exec(code)?.[1],
      })),
  );
}
