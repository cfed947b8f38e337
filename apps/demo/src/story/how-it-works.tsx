'use client';

import { normalisePixels } from '@lenet/core';
import type { InkImage } from '@lenet/core/images';
import { useMemo, useState } from 'react';
import { Notice } from '../design/notice';
import { useExplanation } from '../explaining/use-explanation';
import { ActivationStep } from './activation-step';
import { ArchitecturesPanel } from './architectures-panel';
import { ConvolutionStep } from './convolution-step';
import { DifferencesPanel } from './differences-panel';
import { firstConvolution } from './first-convolution';
import { FullyConnectedStep } from './fully-connected-step';
import styles from './how-it-works.module.css';
import { InputStep } from './input-step';
import { PoolingStep } from './pooling-step';
import { SecondConvolutionStep } from './second-convolution-step';
import { SoftmaxStep } from './softmax-step';

const blank = new Float32Array(28 * 28);

/** The story of the network, step by step, with the visitor's own digit running through it. */
export function HowItWorks() {
  const [ink, setInk] = useState<InkImage>();
  const { network, explanation, sequence, failure } = useExplanation(ink);
  const [filter, setFilter] = useState(0);
  const image = useMemo(() => (explanation ? normalisePixels(explanation.seen) : blank), [explanation]);
  const convolution = useMemo(() => firstConvolution(network, image, filter), [network, image, filter]);
  const shown = { network, explanation };

  return (
    <div
      className={styles.story}
      data-testid="story"
      data-sequence={sequence}
      data-digit={explanation?.digit ?? ''}
    >
      {failure !== undefined && <Notice kind="failure">The network cannot be shown: {failure}</Notice>}
      <InputStep image={image} onInk={setInk} />
      <ConvolutionStep {...shown} {...{ image, convolution, filter }} onFilter={setFilter} />
      <ActivationStep convolution={convolution} />
      <PoolingStep {...shown} />
      <SecondConvolutionStep {...shown} />
      <FullyConnectedStep {...shown} />
      <SoftmaxStep {...shown} />
      <ArchitecturesPanel />
      <DifferencesPanel />
    </div>
  );
}
