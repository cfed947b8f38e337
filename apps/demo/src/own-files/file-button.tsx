import { type ComponentProps, useRef } from 'react';
import { Button } from '../design/button';
import type { DroppedFile } from '../models/dropped-files';

/**
 * A button that lets the visitor choose files, or a folder with all that is in it.
 *
 * @param props.isFolder @default false
 * @param props.onFiles called with one file or more
 * @param props.testId of the input behind the button
 */
export function FileButton({
  isFolder = false,
  onFiles,
  testId,
  ...button
}: {
  readonly isFolder?: boolean;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
  readonly testId?: string;
} & Omit<ComponentProps<typeof Button>, 'onClick'>) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current!.click()} />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        data-testid={testId}
        // React knows no such attribute by its type.
        {...(isFolder && { webkitdirectory: '' })}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])].map(
            (file): DroppedFile => ({ path: file.webkitRelativePath || file.name, file }),
          );
          // The same file again is a change too.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
