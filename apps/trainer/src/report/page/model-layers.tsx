import { type Architecture, layerShapes, summarize } from '@lenet/core';
import { countText } from '../number-text.js';
import { DataTable, ScrollArea } from './data-table.js';

/**
 * The layers of a network as a table, and as Keras prints them: drawn of lines, which a screen reader would spell out, so
 * it is left to the table.
 *
 * @param props.print lines as Keras prints them. @default those of Keras 3
 */
export function ModelLayers(props: {
  architecture: Architecture;
  print?: (architecture: Architecture) => string;
  isOpen?: boolean;
}) {
  const { architecture, print = summarize, isOpen = false } = props;
  return (
    <>
      <DataTable
        caption="Layers of the network"
        columns={['Layer', 'Kind', 'Output shape', 'Parameters']}
        rows={layerShapes(architecture).map(({ layer, outputShape, parameterCount }) => [
          <code>{layer.name}</code>,
          layer.kind,
          outputShape.join(' × '),
          countText(parameterCount),
        ])}
      />
      <details open={isOpen}>
        <summary>The same as Keras prints it</summary>
        <ScrollArea label="Summary as Keras prints it">
          <pre aria-hidden="true">{print(architecture)}</pre>
        </ScrollArea>
      </details>
    </>
  );
}
