import {
  type Application,
  type CommentTag,
  Converter,
  type ParameterReflection,
  type SignatureReflection,
} from 'typedoc';

/**
 * Functions of ours take their options apart in the list of parameters, and tell each by `@param options.count`. TypeDoc
 * knows such a parameter by no name and would leave all of that out; this gives it the one that its comment uses, or that
 * of its type. The default that follows an option belongs to that option, not to the function.
 */
export function describeOptions(app: Application): void {
  app.converter.on(Converter.EVENT_CREATE_SIGNATURE, (_context, signature: SignatureReflection) => {
    const { comment, parameters = [] } = signature;
    if (comment === undefined) return;
    const names = comment.blockTags.flatMap(({ tag, name }) =>
      tag === '@param' && name !== undefined ? [name] : [],
    );
    const option = names.find((name) => name.includes('.'));
    // Where each parameter has a text of its own, TypeDoc finds the name by its place.
    const hasOwnName = names.filter((name) => !name.includes('.')).length === parameters.length;
    for (const parameter of parameters) {
      if (parameter.name !== '__namedParameters' || hasOwnName) continue;
      parameter.name = option?.split('.')[0] ?? nameByType(parameter);
    }
    comment.blockTags = withDefaults(comment.blockTags);
  });
}

/** `digitTest` for a `DigitTest`. */
function nameByType({ type }: ParameterReflection): string {
  return type?.type === 'reference' ? type.name[0].toLowerCase() + type.name.slice(1) : 'options';
}

/** Each `@default` behind a `@param` becomes a part of its text. */
function withDefaults(tags: readonly CommentTag[]): CommentTag[] {
  const kept: CommentTag[] = [];
  for (const tag of tags) {
    const before = kept.at(-1);
    if (tag.tag === '@default' && before?.tag === '@param') {
      before.content.push({ kind: 'text', text: ' Default: ' }, ...tag.content.map(asText));
    } else kept.push(tag);
  }
  return kept;
}

/** TypeDoc takes a default for code, of several lines with a fence around it. */
function asText(part: CommentTag['content'][number]): CommentTag['content'][number] {
  const code = /^```\w*\n([\s\S]*?)\n```$/.exec(part.text)?.[1];
  return code === undefined ? part : { kind: 'text', text: code };
}
