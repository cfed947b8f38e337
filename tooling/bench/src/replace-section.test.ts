import { expect, test } from 'vitest';
import { replaceSection } from './replace-section.ts';

const section = (content: string) => `<!-- core: begin -->\n\n${content}\n\n<!-- core: end -->`;

test('a section is replaced, and what is around it stays', () => {
  const text = `# Title\n\n${section('old\n\nolder')}\n\nafter\n`;
  expect(replaceSection(text, 'core', 'new')).toBe(`# Title\n\n${section('new')}\n\nafter\n`);
});

test('a section that is not there comes to the end', () => {
  expect(replaceSection('# Title\n', 'core', 'new')).toBe(`# Title\n\n${section('new')}\n`);
  expect(replaceSection('', 'core', 'new')).toBe(`${section('new')}\n`);
});

test('half a section is an error', () => {
  expect(() => replaceSection('<!-- core: begin -->', 'core', 'new')).toThrow(
    new Error(
      'Section "core": expected "<!-- core: begin -->" and then "<!-- core: end -->". Put the markers right.',
    ),
  );
});
