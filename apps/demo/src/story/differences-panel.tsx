import { classicLenet5 } from '@lenet/core';
import { DataTable } from '../design/data-table';
import { Panel } from '../design/panel';
import { SiteLink } from '../shell/site-link';
import { differences } from './differences';
import styles from './how-it-works.module.css';

/** What LeNet-5 of 1998 was, and what its name stands for today. */
export function DifferencesPanel() {
  return (
    <Panel aria-labelledby="differences" className={styles.wide}>
      <h2 id="differences">What changed since LeNet-5 of 1998</h2>
      <p className={styles.text}>
        Yann LeCun, Léon Bottou, Yoshua Bengio and Patrick Haffner described LeNet-5 in “Gradient-Based
        Learning Applied to Document Recognition”. What is called LeNet today, the network above included,
        differs in nearly every part; the {classicLenet5.name} of this project has the sizes of the original,
        with dense C3, plain means, tanh and softmax.
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
      <p className={styles.last}>
        See every number for yourself in <SiteLink path="/layers/">the layers</SiteLink>, or{' '}
        <SiteLink path="/train/">train one</SiteLink>.
      </p>
    </Panel>
  );
}
