import { type Architecture, layerShapes } from '@lenet/core';
import { layerTitle, shapeWords } from '../layers/layer-words';
import styles from './architecture-picture.module.css';

/** Squares of a stack that are drawn, at most. */
const MOST_MAPS = 12;
/** Pixels of the picture for one of a map, and between two maps of a stack. */
const SCALE = 3.4;
const OFFSET = 4;
const GAP = 34;
const HEIGHT = 190;

interface Block {
  readonly title: string;
  readonly shape: string;
  readonly x: number;
  readonly width: number;
  /** Of the maps in a stack; undefined of a dense layer, which is a bar. */
  readonly maps?: { readonly side: number; readonly count: number };
  readonly height: number;
}

/** The network as textbooks draw it: stacks of maps that shrink, then bars of units. Made from its data. */
export function ArchitecturePicture({ architecture }: { readonly architecture: Architecture }) {
  const blocks = blocksOf(architecture);
  const width = blocks[blocks.length - 1].x + blocks[blocks.length - 1].width + 20;
  const words = blocks.map(({ title, shape }) => `${title} ${shape}`).join(', then ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.frame} aria-label={`Picture of ${architecture.name}`} tabIndex={0}>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${width} ${HEIGHT + 44}`}
        style={{ minWidth: width * 0.8 }}
        role="img"
        aria-label={`${architecture.name}: ${words}`}
        data-testid="architecture"
      >
        {blocks.map((block, index) => (
          <g key={block.title} transform={`translate(${block.x} 0)`}>
            {block.maps ? <Stack {...block.maps} /> : <Bar height={block.height} />}
            <text x={block.width / 2} y={HEIGHT + 14} className={styles.title}>
              {block.title}
            </text>
            <text x={block.width / 2} y={HEIGHT + 30} className={styles.shape}>
              {block.shape}
            </text>
            {index > 0 && (
              <path
                d={`M${-GAP + 8} ${HEIGHT / 2} h${GAP - 18} m-5 -4 l5 4 l-5 4`}
                className={styles.arrow}
              />
            )}
          </g>
        ))}
      </svg>
    </section>
  );
}

function Stack({ side, count }: { readonly side: number; readonly count: number }) {
  const size = side * SCALE;
  const top = (HEIGHT - size - (count - 1) * OFFSET) / 2;
  return Array.from({ length: count }, (_, index) => (
    <rect
      key={index}
      x={index * OFFSET}
      y={top + index * OFFSET}
      width={size}
      height={size}
      className={styles.map}
    />
  ));
}

function Bar({ height }: { readonly height: number }) {
  return <rect x={0} y={(HEIGHT - height) / 2} width={16} height={height} rx={3} className={styles.bar} />;
}

function blocksOf(architecture: Architecture): Block[] {
  const shapes = layerShapes(architecture);
  let x = 10;
  const blocks: Block[] = [];
  const add = (title: string, shape: string, outputShape: readonly number[]) => {
    const [side, , channels] = outputShape;
    const count = Math.min(channels ?? 0, MOST_MAPS);
    const labelWidth = 7.2 * Math.max(title.length, shape.length);
    const own = outputShape.length === 3 ? side * SCALE + (count - 1) * OFFSET : 16;
    const width = Math.max(own, labelWidth * 0.8);
    blocks.push({
      title,
      shape,
      x,
      width,
      ...(outputShape.length === 3 && { maps: { side, count } }),
      height: Math.min(HEIGHT - 10, 14 * Math.sqrt(outputShape[0])),
    });
    x += width + GAP;
  };
  add('Input', shapeWords(architecture, -1), architecture.inputShape);
  for (const [index, { layer, outputShape }] of shapes.entries()) {
    if (layer.kind === 'flatten' || layer.kind === 'dropout') continue;
    add(layerTitle(architecture, index), shapeWords(architecture, index), outputShape);
  }
  return blocks;
}
