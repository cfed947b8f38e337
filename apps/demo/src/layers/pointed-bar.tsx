import type { Architecture } from '@lenet/core';
import type { Explanation, OpenedNetwork } from '../explaining/messages';
import { layerTitle } from './layer-words';
import { numberWords } from './number-words';
import styles from './pointed-bar.module.css';
import { SeenView } from './seen-view';
import { arithmeticOf, type SelectedUnit } from './selected-unit';

/**
 * On a phone, where what is pointed at and the drawing are not on the screen together: the number, what it can see,
 * and the way to its arithmetic.
 */
export function PointedBar({
  network,
  ...shown
}: {
  readonly network: OpenedNetwork;
  readonly architecture: Architecture;
  readonly explanation: Explanation;
  readonly selected: SelectedUnit;
  readonly isSaliencyShown: boolean;
}) {
  const { architecture, explanation, selected } = shown;
  return (
    <div className={styles.bar} data-testid="pointed-bar">
      <div aria-hidden="true">
        <SeenView {...shown} />
      </div>
      <p>
        {layerTitle(architecture, selected.layerIndex)}, {selected.channel + 1}:{' '}
        <b>{numberWords(arithmeticOf(network, explanation, selected).output)}</b>
        <br />
        <a href="#pointed-at">How it comes about</a>
      </p>
    </div>
  );
}
