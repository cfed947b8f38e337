import { PageHeading } from '../design/page-heading';
import { DrawPage } from '../draw-page/draw-page';

export default function Page() {
  return (
    <>
      <PageHeading title="Draw a digit. A small network reads it.">
        It runs here, on your device. What you draw never leaves it.
      </PageHeading>
      <DrawPage />
    </>
  );
}
