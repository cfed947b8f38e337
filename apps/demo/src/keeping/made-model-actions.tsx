import { useState } from 'react';
import { Button } from '../design/button';
import layout from '../design/layout.module.css';
import { Notice } from '../design/notice';
import { download } from '../model-files/download';
import { zipFiles } from '../model-files/zip-files';
import { basePath } from '../shell/site-url';
import { keepModel } from './kept-models';
import { storageProblem } from './storage-problem';
import { keptQuery } from './use-kept-models';

const stillThere = 'The network stays on this page until you close it; download it to keep it.';

/**
 * What can be done with a network that was made on the page: use it on another one, for which it is kept on the
 * device, or download it.
 *
 * @param props.name in files and on the device
 * @param props.title for people: where it came from
 * @param props.save gives its model folder
 */
export function MadeModelActions({
  name,
  title,
  save,
}: {
  readonly name: string;
  readonly title: string;
  readonly save: (name: string) => Promise<ReadonlyMap<string, Uint8Array>>;
}) {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function goTo(path: string) {
    setBusy(true);
    try {
      await keepModel({ name, title, files: await save(name) });
      location.assign(`${basePath}${path}${keptQuery(name)}`);
    } catch (error) {
      setProblem(storageProblem(error, stillThere));
      setBusy(false);
    }
  }

  return (
    <>
      <div className={layout.row}>
        <Button look="primary" data-testid="draw-with-it" disabled={isBusy} onClick={() => goTo('/')}>
          Draw with it
        </Button>
        <Button data-testid="look-inside" disabled={isBusy} onClick={() => goTo('/layers/')}>
          Look inside it
        </Button>
        <Button
          data-testid="download"
          onClick={async () => download(`${name}.zip`, zipFiles(await save(name)))}
        >
          Download it
        </Button>
      </div>
      {problem !== undefined && <Notice onClose={() => setProblem(undefined)}>{problem}</Notice>}
    </>
  );
}
