import type { Explanation, OpenedNetwork } from '../explaining/messages';
import { outputShapeOf } from '../network/receptive-field';
import { layerTitle } from './layer-words';
import { numberWords } from './number-words';
import { arithmeticOf, type SelectedUnit } from './selected-unit';

/** Where the keys have led, for screen readers: only while keys are used, or every stroke would be talked over. */
export function SpokenUnit({
  network,
  explanation,
  selected,
  isByKeyboard,
}: {
  readonly network: OpenedNetwork;
  readonly explanation: Explanation;
  readonly selected: SelectedUnit;
  readonly isByKeyboard: boolean;
}) {
  const { architecture } = network;
  const [height, width] = outputShapeOf(architecture, selected.layerIndex);
  const place =
    height === 1 && width === 1
      ? `number ${selected.channel + 1}`
      : `map ${selected.channel + 1}, row ${selected.row + 1}, column ${selected.column + 1}`;
  const value = numberWords(arithmeticOf(network, explanation, selected).output);
  return (
    <p className="visually-hidden" aria-live="polite" data-testid="spoken-unit">
      {isByKeyboard && `${layerTitle(architecture, selected.layerIndex)}, ${place}: ${value}`}
    </p>
  );
}
