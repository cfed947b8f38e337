import type { InkImage } from '@lenet/core/images';
import { Button } from '../design/button';
import layout from '../design/layout.module.css';
import { Notice } from '../design/notice';
import { Panel } from '../design/panel';
import { DrawingPad } from '../pad/drawing-pad';
import styles from './teaching-lab.module.css';
import { teachingWords } from './teaching-words';
import type { TeacherState } from './use-teacher';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * The paper, what the network makes of it, and the ten answers that the visitor can give.
 *
 * @param props.told what was done last; empty before
 */
export function CorrectionPanel({
  state: { answer, failure },
  told,
  onInk,
  onCorrect,
}: {
  readonly state: TeacherState;
  readonly told: string;
  readonly onInk: (ink: InkImage) => void;
  readonly onCorrect: (label: number) => void;
}) {
  const isBlank = !answer || answer.digit === null;
  return (
    <Panel aria-label="Drawing" className={layout.stack}>
      <DrawingPad onInk={onInk} />
      <p role="status" className={styles.status} data-testid="status">
        {isBlank && told !== '' ? told : teachingWords(answer)}
      </p>
      <fieldset className={styles.labels} disabled={isBlank}>
        <legend>That was a</legend>
        {digits.map((digit) => (
          <Button key={digit} data-testid={`label-${digit}`} onClick={() => onCorrect(digit)}>
            {digit}
          </Button>
        ))}
      </fieldset>
      {failure !== undefined && <Notice kind="failure">It does not work: {failure}</Notice>}
    </Panel>
  );
}
