import type { Metadata } from 'next';
import { PageHeading } from '../../design/page-heading';
import { LayersExplorer } from '../../layers/layers-explorer';

export const metadata: Metadata = {
  title: 'Layers',
  description: 'Every layer of the network, live for the digit that you draw, down to a single sum.',
};

export default function LayersPage() {
  return (
    <>
      <PageHeading title="Look inside while it reads">
        Every picture below is what one layer makes of your drawing. Point at any square to see which part of
        the drawing it comes from, and how its number is worked out.
      </PageHeading>
      <LayersExplorer />
    </>
  );
}
