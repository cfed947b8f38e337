import { memo, useState } from 'react';
import { Panel } from '../design/panel';
import { type Answer, answerDecision, answerProbability, answerText } from '../reading/answer';
import { useReaderStore } from '../reading/reader-store';
import { SiteLink } from '../shell/site-link';
import styles from './answer-panel.module.css';
import { answerWords, secondGuessWords } from './answer-words';
import { ProbabilityBars } from './probability-bars';
import { SeenPicture } from './seen-picture';
import { SpokenAnswer } from './spoken-answer';

/** The newest answer: the digits, the sentence, what the network saw, and how sure it is of each digit. */
export function AnswerPanel() {
  const answer = useReaderStore((state) => state.answer);
  const sequence = useReaderStore((state) => state.sequence);
  const isSettled = useReaderStore((state) => state.isSettled);
  const running = useReaderStore(({ backend, statuses }) => (statuses[backend] === 'ready' ? backend : ''));
  const decision = answer === undefined ? 'blank' : answerDecision(answer);
  return (
    <Panel
      aria-label="Answer"
      className={styles.panel}
      data-testid="answer"
      data-digit={answer === undefined ? '' : answerText(answer)}
      data-decision={decision}
      data-probability={decision === 'blank' ? '' : answerProbability(answer!)}
      data-backend={answer?.backend ?? running}
      data-sequence={sequence}
      data-settled={isSettled}
    >
      <AnswerContent answer={answer} />
    </Panel>
  );
}

/** Made anew for each answer, and not for each question as well: a pen asks at every frame. */
const AnswerContent = memo(function AnswerContent({ answer }: { readonly answer: Answer | undefined }) {
  const [chosen, setChosen] = useState(0);
  const text = answer === undefined ? '' : answerText(answer);
  const digits = answer?.digits ?? [];
  const shown = digits[Math.min(chosen, digits.length - 1)];
  const words = answerWords(answer);
  return (
    <>
      <div className={styles.top}>
        <p
          className={styles.digit}
          data-decision={text === '' ? 'blank' : undefined}
          data-length={Math.min(text.length, 6)}
          aria-hidden="true"
        >
          {text === ''
            ? '?'
            : digits.map(({ box, digit, decision: own }) => (
                <span key={box.left + box.top} data-decision={own}>
                  {digit}
                </span>
              ))}
        </p>
        <figure>
          <SeenPicture pixels={shown?.seen} />
          <figcaption className={styles.caption}>What it sees</figcaption>
        </figure>
      </div>
      <p className={styles.words}>{words}</p>
      <SpokenAnswer words={words} />
      {digits.length > 1 && (
        <fieldset className={styles.digits}>
          <legend className="visually-hidden">Show the probabilities of</legend>
          {digits.map((digit, index) => (
            <label key={digit.box.left + digit.box.top} className={styles.choice}>
              <input
                type="radio"
                name="shown-digit"
                checked={digit === shown}
                onChange={() => setChosen(index)}
              />
              <span>{digit.digit}</span>
            </label>
          ))}
        </fieldset>
      )}
      <ProbabilityBars
        probabilities={shown?.probabilities}
        best={shown?.digit ?? null}
        isUnsure={shown?.decision === 'unsure'}
      />
      <p className={styles.second}>{shown ? secondGuessWords(shown) : ''}</p>
      <p className={styles.further}>
        <SiteLink path="/layers/">See what each layer makes of it</SiteLink>
        <SiteLink path="/teach/">Read wrong? Teach it</SiteLink>
      </p>
    </>
  );
});
