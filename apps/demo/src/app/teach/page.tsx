import type { Metadata } from 'next';
import { PageHeading } from '../../design/page-heading';
import { TeachingLab } from '../../teaching/teaching-lab';

export const metadata: Metadata = {
  title: 'Teach',
  description: 'Correct the network, and it learns your handwriting, on your device.',
};

export default function TeachPage() {
  return (
    <>
      <PageHeading title="Teach it your hand">
        Draw digits the way you write them. Where it is wrong, say what it was; in a few seconds it learns.
      </PageHeading>
      <TeachingLab />
    </>
  );
}
