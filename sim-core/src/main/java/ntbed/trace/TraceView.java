package ntbed.trace;

/**
 * A way to look at trace events: one method for each kind, so that a new kind cannot be forgotten by any view.
 *
 * @param <R> what the view makes of an event
 */
public interface TraceView<R> {
    /** See {@link TraceEvent.Power}. */
    R power(TraceEvent.Power event);

    /** See {@link TraceEvent.Stage}. */
    R stage(TraceEvent.Stage event);

    /** See {@link TraceEvent.ScreenText}. */
    R screenText(TraceEvent.ScreenText event);

    /** See {@link TraceEvent.DriverInitialised}. */
    R driverInitialised(TraceEvent.DriverInitialised event);

    /** See {@link TraceEvent.RegistryChanged}. */
    R registryChanged(TraceEvent.RegistryChanged event);

    /** See {@link TraceEvent.HiveFlushed}. */
    R hiveFlushed(TraceEvent.HiveFlushed event);

    /** See {@link TraceEvent.FileChanged}. */
    R fileChanged(TraceEvent.FileChanged event);

    /** See {@link TraceEvent.Refused}. */
    R refused(TraceEvent.Refused event);

    /** See {@link TraceEvent.ProcessStarted}. */
    R processStarted(TraceEvent.ProcessStarted event);

    /** See {@link TraceEvent.ProcessEnded}. */
    R processEnded(TraceEvent.ProcessEnded event);

    /** See {@link TraceEvent.ServiceChanged}. */
    R serviceChanged(TraceEvent.ServiceChanged event);

    /** See {@link TraceEvent.EventLogged}. */
    R eventLogged(TraceEvent.EventLogged event);

    /** See {@link TraceEvent.DialogShown}. */
    R dialogShown(TraceEvent.DialogShown event);

    /** See {@link TraceEvent.DialogAnswered}. */
    R dialogAnswered(TraceEvent.DialogAnswered event);

    /** See {@link TraceEvent.SessionChanged}. */
    R sessionChanged(TraceEvent.SessionChanged event);

    /** See {@link TraceEvent.ToolUsed}. */
    R toolUsed(TraceEvent.ToolUsed event);

    /** See {@link TraceEvent.CommandTyped}. */
    R commandTyped(TraceEvent.CommandTyped event);

    /** See {@link TraceEvent.Intervention}. */
    R intervention(TraceEvent.Intervention event);
}
