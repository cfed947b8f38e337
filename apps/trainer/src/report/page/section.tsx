import type { ComponentChildren } from 'preact';

/** The parts of the page in order: the anchor and the heading of each. */
export const sectionTitles = {
  samples: 'Sample images',
  model: 'Model',
  training: 'Training',
  confusion: 'Confusion matrix',
  classes: 'Class by class',
  misclassified: 'Misclassified images',
  reliability: 'Reliability',
  filters: 'First-layer filters',
  maps: 'Feature maps',
  configuration: 'Configuration',
  environment: 'Environment',
  data: 'Data',
  repeat: 'How to repeat this run',
} as const;

export type SectionName = keyof typeof sectionTitles;

export function Section(props: { name: SectionName; children: ComponentChildren }) {
  const { name, children } = props;
  return (
    <section id={name}>
      <h2>{sectionTitles[name]}</h2>
      {children}
    </section>
  );
}

/** @param props.titles heading of each section, by its anchor */
export function Contents({ titles }: { titles: Readonly<Record<string, string>> }) {
  return (
    <nav class="contents" aria-label="Contents">
      <ol>
        {Object.entries(titles).map(([name, title]) => (
          <li>
            <a href={`#${name}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
