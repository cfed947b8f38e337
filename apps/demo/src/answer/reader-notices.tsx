import { Notice } from '../design/notice';
import { dismissNotice, useReaderStore } from '../reading/reader-store';

/** What the visitor must know when something is not as asked. */
export function ReaderNotices() {
  const notices = useReaderStore((state) => state.notices);
  const failure = useReaderStore((state) => state.failure);
  return (
    <>
      {failure !== undefined && <Notice kind="failure">Nothing can be read: {failure}</Notice>}
      {notices.map((notice) => (
        <Notice key={notice} onClose={() => dismissNotice(notice)}>
          {notice}
        </Notice>
      ))}
    </>
  );
}
