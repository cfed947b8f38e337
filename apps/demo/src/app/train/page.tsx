import type { Metadata } from 'next';
import { PageHeading } from '../../design/page-heading';
import { TrainingLab } from '../../training/training-lab';

export const metadata: Metadata = {
  title: 'Train',
  description: 'Train a digit reader from nothing, in your browser, in seconds.',
};

export default function TrainPage() {
  return (
    <>
      <PageHeading title="Train one from nothing, in seconds">
        44,426 random numbers become a reader of digits before your eyes. It all happens here, in your
        browser.
      </PageHeading>
      <TrainingLab />
    </>
  );
}
