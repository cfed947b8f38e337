import { PageHeading } from '../design/page-heading';
import { DigitReader } from '../digit-reader';

export default function Page() {
  return (
    <>
      <PageHeading title="Draw a digit. A small network reads it.">
        It runs here, on your device. What you draw never leaves it.
      </PageHeading>
      <DigitReader />
    </>
  );
}
