import { NotFoundView } from '#components/parts/not-found-view.tsx';

export default NotFoundView;
