import type { Metadata } from 'next';
import { PageHeading } from '../../design/page-heading';
import { HowItWorks } from '../../story/how-it-works';

export const metadata: Metadata = {
  title: 'How it works',
  description: 'From your drawing to an answer, step by step, for readers who know nothing of networks.',
};

export default function HowItWorksPage() {
  return (
    <>
      <PageHeading title="How a network reads your digit">
        Seven steps from ink to answer, each with your own drawing. Draw in the first and watch the others.
      </PageHeading>
      <HowItWorks />
    </>
  );
}
