/** Whether a stream is shown in colour: NO_COLOR and FORCE_COLOR go before what the stream is. */
export function wantsColour(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR || FORCE_COLOR === '0' || FORCE_COLOR === 'false') return false;
  if (FORCE_COLOR) return true;
  return stream.isTTY === true && TERM !== 'dumb';
}

const style = (code: number, end: number) => (text: string) => `\u001b[${code}m${text}\u001b[${end}m`;

const colours = {
  bold: style(1, 22),
  dim: style(2, 22),
  red: style(31, 39),
  green: style(32, 39),
  yellow: style(33, 39),
  cyan: style(36, 39),
};

/** Functions that colour a text, or leave it as it is. */
export type Paint = Readonly<Record<keyof typeof colours, (text: string) => string>>;

export function createPaint(hasColour: boolean): Paint {
  if (hasColour) return colours;
  const plain = (text: string) => text;
  return { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain };
}
