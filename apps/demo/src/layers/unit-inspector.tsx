import { useMemo } from 'react';
import type { Explanation, OpenedNetwork } from '../explaining/messages';
import { outputShapeOf, receptiveField } from '../network/receptive-field';
import { layerTitle } from './layer-words';
import { arithmeticOf, type SelectedUnit, withinLayer } from './selected-unit';
import styles from './unit-inspector.module.css';
import { UnitWords } from './unit-words';

/** The number that is pointed at: where it is, what it can see, and how it comes about. Chosen by keyboard here. */
export function UnitInspector({
  network,
  explanation,
  selected,
  onSelect,
}: {
  readonly network: OpenedNetwork;
  readonly explanation: Explanation | undefined;
  readonly selected: SelectedUnit;
  readonly onSelect: (unit: SelectedUnit) => void;
}) {
  const { architecture } = network;
  const [height, width, channels] = outputShapeOf(architecture, selected.layerIndex);
  const isFlat = height === 1 && width === 1;
  const unit = useMemo(
    () => explanation && arithmeticOf(network, explanation, selected),
    [network, explanation, selected],
  );
  const field = receptiveField(architecture, selected.layerIndex, selected);
  const choose = (part: Partial<SelectedUnit>) =>
    onSelect(withinLayer(architecture, { ...selected, ...part }));

  return (
    <div className={styles.inspector} data-testid="unit" data-output={unit?.output}>
      <div className={styles.choices}>
        <label className={styles.layer}>
          Layer
          <select
            value={selected.layerIndex}
            onChange={(event) => choose({ layerIndex: Number(event.target.value) })}
          >
            {architecture.layers.map((layer, index) => (
              <option key={layer.name} value={index}>
                {layerTitle(architecture, index)}
              </option>
            ))}
          </select>
        </label>
        <NumberChoice
          label={isFlat ? 'Unit' : 'Map'}
          value={selected.channel}
          count={channels}
          onChange={(channel) => choose({ channel })}
        />
        {!isFlat && (
          <>
            <NumberChoice
              label="Row"
              value={selected.row}
              count={height}
              onChange={(row) => choose({ row })}
            />
            <NumberChoice
              label="Column"
              value={selected.column}
              count={width}
              onChange={(column) => choose({ column })}
            />
          </>
        )}
      </div>
      <p className={styles.field}>
        It can see {field.bottom - field.top} × {field.right - field.left} pixels of the drawing.
      </p>
      {unit && <UnitWords unit={unit} />}
    </div>
  );
}

function NumberChoice({
  label,
  value,
  count,
  onChange,
}: {
  readonly label: string;
  /** Counted from 0; shown from 1. */
  readonly value: number;
  readonly count: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <label>
      {label}
      <input
        type="number"
        min={1}
        max={count}
        value={value + 1}
        onChange={(event) => onChange(Number(event.target.value) - 1)}
      />
    </label>
  );
}
