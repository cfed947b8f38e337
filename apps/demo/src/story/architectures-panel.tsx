import { architectures, lenetReport } from '@lenet/core';
import { useState } from 'react';
import { Choice } from '../design/choice';
import { Panel } from '../design/panel';
import { ArchitecturePicture } from './architecture-picture';
import { BlockDiagram } from './block-diagram';
import styles from './how-it-works.module.css';

/** Picture and blocks of each network of the experiments. */
export function ArchitecturesPanel() {
  const [shown, setShown] = useState(lenetReport.name);
  const architecture = architectures.find(({ name }) => name === shown)!;
  return (
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
  );
}
