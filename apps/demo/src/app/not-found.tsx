import { PageHeading } from '../design/page-heading';
import { SiteLink } from '../shell/site-link';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <>
      <PageHeading title="There is no such page.">It may have moved, or never been.</PageHeading>
      <SiteLink path="/">Draw a digit instead</SiteLink>
    </>
  );
}
