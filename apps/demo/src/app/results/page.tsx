import type { Metadata } from 'next';
import { PageHeading } from '../../design/page-heading';
import { ResultsBrowser } from '../../results/results-browser';

export const metadata: Metadata = {
  title: 'Results',
  description: 'How four networks learn MNIST: curves, figures of each digit, and what is taken for what.',
};

export default function ResultsPage() {
  return (
    <>
      <PageHeading title="How well they read">
        Four networks on MNIST, recorded epoch by epoch. Drop a run of your own to see it beside them.
      </PageHeading>
      <ResultsBrowser />
    </>
  );
}
