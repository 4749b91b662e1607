import { startPane } from '../pane/start.tsx';

void startPane(true);
