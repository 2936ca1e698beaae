package org.ticketingos.workflow;

/** Opens the package's door: tells that a step has changed, as the engine's listeners do. */
public final class StepNews {

    private StepNews() {}

    public static void tell(InboxNews news, String taskId, String queue) {
        news.heard(new InboxNews.StepChanged(taskId, queue, null));
    }
}
