// next-env.d.ts is generated and not committed; a type check on a fresh clone needs the same ambient types.
/// <reference types="next" />
/// <reference types="next/image-types/global" />
