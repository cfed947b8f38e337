'use client';

import { architectures, classicLenet5, lenetReport, normalisePixels } from '@lenet/core';
import type { InkImage } from '@lenet/core/images';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Choice } from '../design/choice';
import { classNames } from '../design/class-names';
import { DataTable } from '../design/data-table';
import { Notice } from '../design/notice';
import { Panel } from '../design/panel';
import { useExplanation } from '../explaining/use-explanation';
import { LayerView } from '../layers/layer-view';
import { PixelPicture } from '../layers/pixel-picture';
import { largestOf, signedToneOf, type Tone, toneOf } from '../layers/tones';
import { tensorsOf } from '../network/unit-arithmetic';
import { DrawingPad } from '../pad/drawing-pad';
import { exampleDrawing } from '../pad/example-drawing';
import { SiteLink } from '../shell/site-link';
import { ArchitecturePicture } from './architecture-picture';
import { BlockDiagram } from './block-diagram';
import { convolve } from './convolve';
import { differences } from './differences';
import styles from './how-it-works.module.css';

const example = exampleDrawing(5);
const SIZE = 5;
const MAP = 24;

/** The story of the network, step by step, with the visitor's own digit running through it. */
export function HowItWorks() {
  const [ink, setInk] = useState<InkImage>();
  const { network, explanation, sequence, failure } = useExplanation(ink);
  const [position, setPosition] = useState(11 * MAP + 11);
  const [filter, setFilter] = useState('0');
  const [shown, setShown] = useState(lenetReport.name);
  const architecture = architectures.find(({ name }) => name === shown)!;

  const image = useMemo(
    () => (explanation ? normalisePixels(explanation.seen) : new Float32Array(784)),
    [explanation],
  );
  const tensors = useMemo(() => {
    if (!network) return undefined;
    const [kernel, bias] = tensorsOf(network.architecture, network.weights, 0);
    return { kernel, bias };
  }, [network]);
  const sums = useMemo(
    () =>
      tensors
        ? convolve(image, 28, { kernelSize: SIZE, filters: 6 }, tensors, Number(filter))
        : new Float32Array(MAP * MAP),
    [image, tensors, filter],
  );
  const row = Math.floor(position / MAP);
  const column = position % MAP;
  const view = (layerIndex: number) =>
    network && (
      <LayerView
        network={network}
        layerIndex={layerIndex}
        activation={explanation?.activations[layerIndex]}
        selected={undefined}
        onSelect={ignore}
      />
    );

  return (
    <div
      className={styles.story}
      data-testid="story"
      data-sequence={sequence}
      data-digit={explanation?.digit ?? ''}
    >
      {failure !== undefined && <Notice kind="failure">The network cannot be shown: {failure}</Notice>}
      <Step
        title="1. The input: nothing but numbers"
        picture={
          <div className={classNames(styles.pair, styles.input)}>
            <DrawingPad example={example} onInk={setInk} />
            <Picture
              size={28}
              label="The drawing as the network sees it"
              step="input"
              toneAt={(index) => toneOf(image[index], 1)}
              values={image}
            />
          </div>
        }
      >
        <p>
          Your drawing is made as large as every other digit, put in the middle, and shrunk to 28 × 28
          squares. Each becomes a number from 0, no ink, to 1, full ink. These 784 numbers are all that the
          network will ever know of it.
        </p>
      </Step>

      <Step
        title="2. Convolution: one small question, asked everywhere"
        picture={
          <>
            <div className={styles.trio}>
              <div className={styles.windowed}>
                <Picture
                  size={28}
                  label="The drawing, with the window"
                  step="window"
                  toneAt={(index) => toneOf(image[index], 1)}
                  values={image}
                />
                <span
                  className={styles.window}
                  style={{
                    left: `${(100 * column) / 28}%`,
                    top: `${(100 * row) / 28}%`,
                    width: `${(100 * SIZE) / 28}%`,
                    height: `${(100 * SIZE) / 28}%`,
                  }}
                />
              </div>
              <Picture
                size={SIZE}
                label="The filter: orange looks for ink, blue for its absence"
                step="filter"
                toneAt={(index) =>
                  signedToneOf(
                    tensors?.kernel[index * 6 + Number(filter)] ?? 0,
                    largestOf(tensors?.kernel ?? []),
                  )
                }
                values={tensors}
                dependsOn={filter}
              />
              <Picture
                size={MAP}
                label="The feature map, as far as the filter has come"
                step="convolution"
                toneAt={(index) => (index <= position ? toneOf(sums[index], largestOf(sums)) : [28, 32, 36])}
                values={sums}
                dependsOn={String(position)}
              />
            </div>
            <label className={styles.slider}>
              Slide the filter over the drawing
              <input
                type="range"
                min={0}
                max={MAP * MAP - 1}
                value={position}
                onChange={(event) => setPosition(Number(event.target.value))}
                aria-valuetext={`row ${row + 1}, column ${column + 1}: ${sums[position].toFixed(2)}`}
              />
            </label>
            <Choice
              label="Filter"
              value={filter}
              onChange={setFilter}
              options={['0', '1', '2', '3', '4', '5'].map((value) => ({
                value,
                label: String(Number(value) + 1),
              }))}
            />
          </>
        }
      >
        <p>
          A filter is a grid of 5 × 5 weights. Laid on a patch of the drawing, each weight is multiplied with
          the number below it, and all are added up: here <b>{sums[position].toFixed(2)}</b>. A large sum
          means that the patch looks like the filter. Slid by one square at a time (its stride), it yields a
          feature map of 24 × 24: fewer than 28, since it stays inside. With a border of zeros (padding) the
          size would stay.
        </p>
        <p>Nobody chose the weights. Training did, for all six filters of this layer.</p>
      </Step>

      <Step
        title="3. Activation: keep the yes, drop the no"
        picture={
          <div className={styles.pair}>
            <Picture
              size={MAP}
              label="Before: blue is below zero"
              step="before-activation"
              toneAt={(index) => toneOf(sums[index], largestOf(sums))}
              values={sums}
            />
            <Picture
              size={MAP}
              label="After ReLU: what was below zero is zero"
              step="activation"
              toneAt={(index) => toneOf(Math.max(0, sums[index]), largestOf(sums))}
              values={sums}
            />
          </div>
        }
      >
        <p>
          ReLU sets everything below zero to zero. It looks like nothing, yet without such a bend ten layers
          would be no more than one: sums of sums are sums.
        </p>
      </Step>

      <Step title="4. Pooling: roughly there is enough" picture={view(1)}>
        <p>
          Of each 2 × 2 squares only the largest goes on. The maps are half as wide, and a stroke that moves
          by a square changes them little: the network grows tolerant of where exactly things are. Some
          networks take the mean instead.
        </p>
      </Step>

      <Step
        title="5. Again: from strokes to shapes"
        picture={
          <>
            {view(2)}
            {view(3)}
          </>
        }
      >
        <p>
          Sixteen filters look at all six maps at once. Each now sees 14 × 14 squares of the drawing, enough
          for a curve or a corner; after pooling, 16 maps of 4 × 4 are left.
        </p>
      </Step>

      <Step
        title="6. Fully connected: weigh all evidence"
        picture={
          <>
            {view(4)}
            {view(5)}
            {view(6)}
          </>
        }
      >
        <p>
          The maps are laid out as one row of 256 numbers. Every one of 120 units weighs all of them, 84 units
          weigh those, and ten units, one for each digit, give a score. While a larger network learns, a share
          of such numbers is often switched off by chance (dropout), so that it cannot rely on any single one.
        </p>
      </Step>

      <Step title="7. Softmax: from scores to probabilities" picture={view(7)}>
        <p>
          Each score becomes e to its power, divided by the sum of all ten: positive numbers that add up to 1.
          {explanation?.digit != null && (
            <>
              {' '}
              For your drawing the largest is <b>{explanation.digit}</b>, with{' '}
              <b>{(100 * explanation.probability).toFixed(1)}&nbsp;%</b>.
            </>
          )}
        </p>
      </Step>

      <Panel aria-labelledby="architectures" className={styles.wide}>
        <h2 id="architectures">The networks of the two experiments, and their kin</h2>
        <p className={styles.text}>
          This site repeats two published experiments on MNIST: a lab report that trains the small LeNet above
          in Keras (98.89 % of the test images right), and a beginner’s tutorial with a wider network and
          dropout (99.06 %). Beside them: LeNet-5 as it is taught today, and a plain network without
          convolutions.
        </p>
        <Choice
          label="Network"
          value={shown}
          onChange={setShown}
          options={architectures.map(({ name }) => ({ value: name, label: name }))}
        />
        <ArchitecturePicture architecture={architecture} />
        <BlockDiagram architecture={architecture} />
      </Panel>

      <Panel aria-labelledby="differences" className={styles.wide}>
        <h2 id="differences">What changed since LeNet-5 of 1998</h2>
        <p className={styles.text}>
          Yann LeCun, Léon Bottou, Yoshua Bengio and Patrick Haffner described LeNet-5 in “Gradient-Based
          Learning Applied to Document Recognition”. What is called LeNet today, the network above included,
          differs in nearly every part; the {classicLenet5.name} of this project has the sizes of the
          original, with dense C3, plain means, tanh and softmax.
        </p>
        <DataTable
          caption="LeNet-5 of 1998 and the LeNet of the report"
          rows={differences}
          rowKey={({ what }) => what}
          columns={[
            { heading: 'Part', cell: ({ what }) => what },
            { heading: '1998', cell: ({ in1998 }) => in1998 },
            { heading: 'Here', cell: ({ now }) => now },
          ]}
        />
        <p className={styles.text}>
          See every number for yourself in <SiteLink path="/layers/">the layers</SiteLink>, or{' '}
          <SiteLink path="/train/">train one</SiteLink>.
        </p>
      </Panel>
    </div>
  );
}

function ignore() {}

function Step({
  title,
  picture,
  children,
}: {
  readonly title: string;
  readonly picture: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Panel aria-label={title} className={styles.step}>
      <div className={styles.text}>
        <h2>{title}</h2>
        {children}
      </div>
      <div className={styles.pictures}>{picture}</div>
    </Panel>
  );
}

function Picture({
  size,
  label,
  step,
  toneAt,
  values,
  dependsOn,
}: {
  readonly size: number;
  readonly label: string;
  readonly step: string;
  readonly toneAt: (index: number) => Tone;
  /** Drawn anew when these change, and when `dependsOn` does. */
  readonly values: unknown;
  readonly dependsOn?: string;
}) {
  const tone = useCallback(toneAt, [values, dependsOn]);
  return <PixelPicture width={size} height={size} toneAt={tone} label={label} data-testid={`step-${step}`} />;
}
