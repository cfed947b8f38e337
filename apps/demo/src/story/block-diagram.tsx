import { type Architecture, countParameters, layerShapes } from '@lenet/core';
import { layerPhrase, layerTitle, shapeWords } from '../layers/layer-words';
import styles from './block-diagram.module.css';

/** The layers as boxes in a row, with what goes from one to the next. Made from the data of the network. */
export function BlockDiagram({ architecture }: { readonly architecture: Architecture }) {
  return (
    <figure>
      <ol className={styles.blocks} data-testid="blocks">
        <li className={styles.block}>
          <b>Input</b>
          <span>grey levels</span>
          <span className={styles.shape}>{shapeWords(architecture, -1)}</span>
        </li>
        {layerShapes(architecture).map(({ layer, parameterCount }, index) => (
          <li key={layer.name} className={styles.block}>
            <b>{layerTitle(architecture, index)}</b>
            <span>{layerPhrase(layer)}</span>
            <span className={styles.shape}>{shapeWords(architecture, index)}</span>
            {parameterCount > 0 && (
              <span className={styles.shape}>{parameterCount.toLocaleString('en')} weights</span>
            )}
          </li>
        ))}
      </ol>
      <figcaption className={styles.caption}>
        {countParameters(architecture).toLocaleString('en')} weights in all.
      </figcaption>
    </figure>
  );
}
