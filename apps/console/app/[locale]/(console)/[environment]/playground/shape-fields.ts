import type { ApiModel, FieldModel, ObjectModel, TypeModel } from '@signalbox/contracts/clients';

/** An object of JSON. */
export type JsonObject = { [name: string]: unknown };

/** The fields an object may hold where its type names some: those of all its shapes, each once. */
function fieldsOf(api: ApiModel, type: TypeModel): readonly FieldModel[] {
  if (type.kind === 'named') {
    const named = api.types.get(type.name);
    return named?.kind === 'object' ? named.fields : [];
  }
  if (type.kind !== 'union') return [];
  const fields = new Map(type.of.flatMap((one) => fieldsOf(api, one)).map((field) => [field.name, field]));
  return [...fields.values()];
}

/** The plain shapes behind a type that chooses between some. */
function shapesOf(api: ApiModel, type: TypeModel): readonly ObjectModel[] {
  if (type.kind === 'union') return type.of.flatMap((one) => shapesOf(api, one));
  const named = type.kind === 'named' ? api.types.get(type.name) : undefined;
  if (named?.kind !== 'object') return [];
  if (named.variants.length === 0) return [named];
  return named.variants.flatMap((name) => shapesOf(api, { kind: 'named', name }));
}

/** How well a value fits a shape: a word that marks another shape rules it out, else each name counts. */
function fitOf({ fields }: ObjectModel, value: JsonObject): number {
  const known = new Map(fields.map((field) => [field.name, field.type]));
  let fit = 0;
  for (const [name, held] of Object.entries(value)) {
    const type = known.get(name);
    if (type?.kind === 'text' && type.values?.length === 1 && type.values[0] !== held) return Number.NEGATIVE_INFINITY;
    fit += type === undefined ? -1 : 1;
  }
  return fit;
}

/**
 * The fields to offer for a value of a type: those of the shape it has, and from the other shapes what leads to them and is no object of
 * its own. None when the type is no object.
 */
export function fieldsFor(api: ApiModel, type: TypeModel, value: JsonObject): readonly FieldModel[] {
  const all = fieldsOf(api, type);
  const shapes = shapesOf(api, type);
  const [first, ...others] = shapes;
  if (first === undefined || others.length === 0) return all;
  const shape = others.reduce((best, one) => (fitOf(one, value) > fitOf(best, value) ? one : best), first);
  const own = new Map(shape.fields.map((field) => [field.name, field]));
  return all.flatMap((field) => {
    const mine = own.get(field.name);
    if (mine === undefined) return fieldsOf(api, field.type).length === 0 ? [{ ...field, isRequired: false }] : [];
    // The word that marks the shape is chosen among those of all.
    return [{ ...mine, type: field.type.kind === 'text' ? field.type : mine.type }];
  });
}
