import type { ComponentChildren } from 'preact';

/** The parts of the page in order: the anchor and the heading of each. */
export const sectionTitles = {
  samples: 'Sample images',
  model: 'Model',
  training: 'Training',
  confusion: 'Confusion matrix',
  classes: 'Class by class',
  misclassified: 'Misclassified digits',
  reliability: 'Reliability',
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

export function Contents() {
  return (
    <nav class="contents" aria-label="Contents">
      <ol>
        {Object.entries(sectionTitles).map(([name, title]) => (
          <li>
            <a href={`#${name}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
