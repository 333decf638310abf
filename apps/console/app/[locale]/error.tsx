'use client';

import { PageError } from '#components/parts/page-error.tsx';

export default PageError;
