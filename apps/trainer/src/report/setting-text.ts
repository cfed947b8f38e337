/**
 * A setting as people read it: `one-cycle, peak 0.004, warmUpShare 0.3`; an object without fields is
 * `none`.
 */
export function settingText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, field]) =>
    name === 'kind' ? String(field) : `${name} ${settingText(field)}`,
  );
  return fields.length === 0 ? 'none' : fields.join(', ');
}
